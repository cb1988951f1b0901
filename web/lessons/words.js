/** The texts around the pages of lessons, of classes and for teachers. */
export const words = {
  en: {
    skip: 'Skip to the content',
    script: 'This page trains in your browser and needs JavaScript.',
    lessons: {
      title: 'Lessons with goals that check themselves · Preformer',
      description:
        'Tasks for learning how word vectors come about: predict, train in your browser, reach the goal, and hand in a link that proves itself. Make your own without writing code.',
    },
    class: {
      title: 'Class: thirty answers, trained again and compared · Preformer',
      description:
        'Paste the links that a class handed in: your browser trains each of them again, says which are reproduced, and shows the guesses beside what came out. Nothing leaves the tab.',
    },
    teachers: {
      title: 'For teachers: two plans, nine lessons, worksheets · Preformer',
      description:
        'How to teach where language models come from, in 45 minutes or in a week: plans, what each lesson shows, printable worksheets. No accounts, no server. CC BY 4.0.',
    },
  },
  zh: {
    skip: '跳到正文',
    script: '这个页面要在你的浏览器里训练模型，需要启用 JavaScript。',
    lessons: {
      title: '任务：自己会检查目标的练习 · Preformer',
      description:
        '学习词向量的任务：先猜，再在浏览器里训练，达到目标，最后交一个能自证的链接。不写代码也能自己出题。',
    },
    class: {
      title: '班级：三十份作业，重新训练一遍再核对 · Preformer',
      description:
        '把全班交上来的链接粘贴进来：浏览器逐份重新训练，告诉你哪些结果一致，并把大家猜的和做到的画在一起。数据不离开这个页面。',
    },
    teachers: {
      title: '给老师：两份教案、九个任务、练习单 · Preformer',
      description:
        '用 45 分钟或一周讲清楚语言模型从哪里来：教案、每个任务说明什么、可打印的练习单。不用注册，不用服务器。CC BY 4.0。',
    },
  },
};
