postMessage(1); // check.html starts this to see whether Workers may start
