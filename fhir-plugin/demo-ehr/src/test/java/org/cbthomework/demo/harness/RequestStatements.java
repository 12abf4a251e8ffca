package org.cbthomework.demo.harness;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes each SQL statement that a request of a client runs; what the server does in the background is left out. */
public final class RequestStatements extends NoOpQueryExecutionListener implements BeanPostProcessor {

    /** What the names of the threads begin with on which Tomcat answers. */
    private static final String REQUEST = "http-nio-";

    private final List<String> noted = new CopyOnWriteArrayList<>();

    /** The statements that requests ran while this was done, in upper case, in order. */
    public List<String> during(Runnable requests) {
        noted.clear();
        requests.run();
        return List.copyOf(noted);
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (Thread.currentThread().getName().startsWith(REQUEST)) {
            queries.forEach(query -> noted.add(query.getQuery().toUpperCase(Locale.ROOT)));
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }
}
