package org.somoim.documents;

import static org.somoim.documents.Table.row;

import java.util.stream.Stream;
import org.somoim.Setting;

/** The table in {@code docs/configuration.md}. */
final class Configuration {
    private static final String[] HEAD = {"Environment", "Builder", "Preset", "Allowed", "What it is, and why"};

    private Configuration() {}

    static String table() {
        return Table.of(
                HEAD,
                Stream.of(Setting.values())
                        .map(setting -> row(
                                "`" + setting + "`",
                                "`" + setting.property() + "`",
                                setting.preset().isEmpty() ? "must be set" : "`" + setting.preset() + "`",
                                setting.allowed(),
                                setting.meaning()))
                        .toList());
    }
}
