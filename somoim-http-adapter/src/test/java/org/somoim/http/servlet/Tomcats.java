package org.somoim.http.servlet;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsContextListener;
import org.somoim.http.servers.TestServer;

/** A Tomcat of one servlet, as a host may have it. */
final class Tomcats {
    private Tomcats() {}

    /** @param pattern that the servlet is mapped to, such as {@code /*} */
    static TestServer serve(Servlet servlet, String context, String pattern, boolean hasSockets) {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder().toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context root = tomcat.addContext(context, null);
        if (hasSockets) {
            root.addApplicationListener(WsContextListener.class.getName());
        }
        Tomcat.addServlet(root, "community", servlet);
        root.addServletMappingDecoded(pattern, "community");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
        return TestServer.of(address, () -> {
            tomcat.stop();
            tomcat.destroy();
        });
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("somoim-tomcat");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
