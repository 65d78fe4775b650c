package org.somoim.http.jetty;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.somoim.http.Router;

/** What Jetty itself turns down, before any handler sees it: a problem with its status and nothing else. */
final class BareErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer known
                ? known
                : HttpStatus.INTERNAL_SERVER_ERROR_500;
        RouterHandler.write(Router.turnedDown(status, HttpStatus.getMessage(status)), response, callback);
        return true;
    }
}
