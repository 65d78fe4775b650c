package planted.groups;

import java.util.List;

/** What people wrote, as anything at all. */
public record Group(String name, List<String> names) {}
