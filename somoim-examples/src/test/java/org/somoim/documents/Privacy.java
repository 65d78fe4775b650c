package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.util.stream.Stream;
import org.somoim.profiles.Choice;
import org.somoim.profiles.PrivacySetting;

/** The table in {@code docs/profiles.md}. */
final class Privacy {
    private static final String[] HEAD = {"Setting", "Choices", "At first", "What it means", "뜻"};

    private Privacy() {}

    static String table() {
        return Table.of(
                HEAD,
                Stream.of(PrivacySetting.values())
                        .map(setting -> row(
                                "`" + setting.key() + "`",
                                setting.choices().stream().map(Choice::name).collect(joining(", ")),
                                setting.first().name(),
                                setting.inEnglish(),
                                setting.inKorean()))
                        .toList());
    }
}
