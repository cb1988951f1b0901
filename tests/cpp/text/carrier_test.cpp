#include "preformer/text/carrier.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("carrier: files that carry a text", "[text]") {
  CHECK(notice_carrier("<!doctype html><p>The cat</p>") == Carrier::kMarkup);
  CHECK(notice_carrier("a &amp; b\nc &lt; d\ne&nbsp;f\n") == Carrier::kMarkup);
  CHECK(notice_carrier("<?xml version=\"1.0\"?><doc>One.</doc>") == Carrier::kMarkup);
  CHECK(notice_carrier("1\n00:00:01,000 --> 00:00:02,500\nThe cat.\n\n2\n"
                       "00:00:03,000 --> 00:00:04,000\nThe dog.\n") == Carrier::kSubtitles);
  CHECK(
      notice_carrier("WEBVTT\n\n00:01.000 --> 00:02.500\nHi.\n\n00:03.000 --> 00:04.000\nBye.\n") ==
      Carrier::kSubtitles);
  CHECK(notice_carrier("id,text,label\n1,\"A cat, a dog\",pos\n2,A fish,neg\n") == Carrier::kTable);
  CHECK(notice_carrier("good\ta fine film\nbad\tso dull\nbad\tno\n") == Carrier::kTable);
  CHECK(notice_carrier("[{\"text\": \"The cat.\", \"id\": 1}]") == Carrier::kJson);
  CHECK(notice_carrier("{\"t\": \"One.\"}\n{\"t\": \"Two.\"}\n") == Carrier::kJson);
  CHECK(notice_carrier("我/r 爱/v 北京/ns 天安门/ns\n") == Carrier::kTagged);
  CHECK(notice_carrier("the/DT cat/NN eats/VB fish/NN\n") == Carrier::kTagged);
  CHECK(notice_carrier("the_DT cat_NN eats_VB fish_NN\n") == Carrier::kTagged);
  CHECK(notice_carrier("new_york is a large_city\n") == Carrier::kNone);
}

TEST_CASE("carrier: a text itself", "[text]") {
  for (const char* text :
       {"", "<", "&", "[",
        "The cat, which I like, sleeps.\nThe dog, it seems, runs.\nA fish, too.\n",
        "cat\ndog\nfish\nbird\n", "if a < b and c > d then x\nand/or what\n",
        "我爱北京天安门。\n他今年 1/2 的时间在上海。\n", "我 爱 北京\n猫 吃 鱼\n",
        "The train at 10:20 and the one at 11:30.\n"}) {
    CAPTURE(text);
    CHECK(notice_carrier(text) == Carrier::kNone);
  }
}
