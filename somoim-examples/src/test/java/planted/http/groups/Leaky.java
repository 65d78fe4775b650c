package planted.http.groups;

import java.util.List;
import planted.groups.Group;
import planted.http.wire.View;

/** Lets a whole domain record out. */
public record Leaky(List<Group> groups) implements View {}
