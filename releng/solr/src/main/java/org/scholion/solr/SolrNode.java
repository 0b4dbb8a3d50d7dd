package org.scholion.solr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import javax.servlet.DispatcherType;
import javax.servlet.ServletContextEvent;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.solr.servlet.CoreContainerProvider;
import org.apache.solr.servlet.SolrDispatchFilter;
import org.apache.solr.util.configuration.SSLConfigurationsFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * One node, reached from this machine alone. Arguments: the port, the folder for its data, and where ZooKeeper is
 * ({@code host:port}), or
 * {@code embedded} for one inside this node, whose port is 1000 higher; then {@code --until-input-ends} where it shall end with
 * the program
 * that started it. Prints one line when it is ready.
 */
public final class SolrNode {

    private static final String HOST = "127.0.0.1";

    private static final String SOLR_XML = """
            <solr>
              <solrcloud>
                <str name="host">127.0.0.1</str>
                <int name="hostPort">${hostPort}</int>
                <str name="hostContext">solr</str>
                <int name="zkClientTimeout">30000</int>
              </solrcloud>
            </solr>
            """;

    private static final String ZOO_CFG = """
            tickTime=2000
            initLimit=10
            syncLimit=5
            """;

    private SolrNode() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path home = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        if (arguments.length > 3 && arguments[3].equals("--until-input-ends")) {
            Thread waiting = new Thread(SolrNode::endWithInput, "input");
            waiting.setDaemon(true);
            waiting.start();
        }
        Files.writeString(home.resolve("solr.xml"), SOLR_XML);
        Files.writeString(home.resolve("zoo.cfg"), ZOO_CFG);
        prepare(port, home, arguments[2]);
        Server server = server(port, home);
        server.start();
        System.out.println("ready " + HOST + ":" + port);
        server.join();
    }

    private static void prepare(int port, Path home, String zooKeeper) {
        System.setProperty("solr.solr.home", home.toString());
        System.setProperty("solr.log.dir", home.toString());
        System.setProperty("jetty.port", String.valueOf(port));
        // one protocol between the nodes, so that Jetty needs no HTTP/2
        System.setProperty("solr.http1", "true");
        System.setProperty("zookeeper.admin.enableServer", "false");
        if (zooKeeper.equals("embedded")) {
            System.setProperty("zkRun", "");
        } else {
            System.setProperty("zkHost", zooKeeper);
        }
    }

    private static Server server(int port, Path home) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(server, "/solr", ServletContextHandler.SESSIONS);
        Properties properties = new Properties();
        properties.setProperty("hostPort", String.valueOf(port));
        context.addEventListener(new CoreContainerProvider() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                event.getServletContext().setAttribute(SolrDispatchFilter.PROPERTIES_ATTRIBUTE, properties);
                event.getServletContext().setAttribute(SolrDispatchFilter.SOLRHOME_ATTRIBUTE, home.toString());
                SSLConfigurationsFactory.current().init();
                super.contextInitialized(event);
            }
        });
        context.addFilter(SolrDispatchFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
        // a filter is asked only where a servlet stands behind it
        context.addServlet(new ServletHolder(new NotFound()), "/*");
        return server;
    }

    /** What Solr does not know. */
    private static final class NotFound extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said to a node
            }
        } catch (IOException ended) {
            // as if it had ended
        }
        Runtime.getRuntime().halt(0);
    }
}
