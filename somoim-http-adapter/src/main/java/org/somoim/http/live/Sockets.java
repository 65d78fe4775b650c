package org.somoim.http.live;

import java.util.List;

/** What one capability lets people listen to. */
public interface Sockets {
    List<LiveRoute> live();
}
