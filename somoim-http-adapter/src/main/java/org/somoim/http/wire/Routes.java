package org.somoim.http.wire;

import java.util.List;
import org.somoim.kernel.Reason;

/** The lines of the API that belong to one capability. */
public interface Routes {

    /** In the order in which documentation should show them. */
    List<Route> routes();

    /** Every reason for which these routes may refuse, other than those of the kernel, of access and of HTTP itself. */
    default List<? extends Reason> reasons() {
        return List.of();
    }
}
