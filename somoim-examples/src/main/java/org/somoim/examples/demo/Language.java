package org.somoim.examples.demo;

/** What people speak. */
enum Language {
    KO,
    EN
}
