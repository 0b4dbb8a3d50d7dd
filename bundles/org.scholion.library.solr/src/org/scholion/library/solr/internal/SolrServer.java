package org.scholion.library.solr.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.scholion.library.LibraryException;
import org.scholion.library.shared.SearchServer;
import org.scholion.library.shared.SharedSettings;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Asks over HTTP, by the client of the JDK. The addresses that the author named are asked and no other: what a cluster says of
 * its nodes is not
 * followed, since they may be behind another name than the author's machine knows, and since nothing goes where the author did
 * not say.
 */
public final class SolrServer implements SearchServer, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Longer than any limit that callers set. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long POLL_MILLIS = 20;

    private final Map<URI, HttpJdkSolrClient> clients = new HashMap<>();

    /** The address that answered last, by the first of the server's. */
    private final Map<URI, URI> good = new HashMap<>();

    @Override
    public List<Map<String, Object>> ask(SharedSettings server, List<Question> questions, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        List<SolrRequest<?>> requests = new ArrayList<>();
        for (Question question : questions) {
            ModifiableSolrParams parameters = new ModifiableSolrParams();
            question.parameters().forEach((name, values) -> parameters.set(name, values.toArray(String[]::new)));
            boolean get = parameters.size() == 0;
            QueryRequest request = new QueryRequest(parameters, get ? SolrRequest.METHOD.GET : SolrRequest.METHOD.POST);
            request.setPath(question.path());
            requests.add(request);
        }
        return send(server, requests, limit, cancel);
    }

    @Override
    public void change(SharedSettings server, Change change, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        // one after the other: in one request Solr would remove last
        if (!change.deletions().isEmpty()) {
            UpdateRequest delete = new UpdateRequest();
            change.deletions().forEach(delete::deleteByQuery);
            send(server, List.of(delete), limit, cancel);
        }
        if (!change.documents().isEmpty()) {
            UpdateRequest add = new UpdateRequest();
            for (Map<String, Object> document : change.documents()) {
                SolrInputDocument input = new SolrInputDocument();
                document.forEach(input::setField);
                add.add(input);
            }
            send(server, List.of(add), limit, cancel);
        }
        if (change.visible()) {
            UpdateRequest commit = new UpdateRequest();
            commit.setAction(UpdateRequest.ACTION.COMMIT, true, true);
            send(server, List.of(commit), limit, cancel);
        }
    }

    private List<Map<String, Object>> send(SharedSettings server, List<SolrRequest<?>> requests, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        long end = System.nanoTime() + limit.toNanos();
        LibraryException failure = new LibraryException(Messages.server_unreachable);
        for (URI address : inOrder(server)) {
            Faults faults = new Faults(address, server.collection());
            try {
                List<Map<String, Object>> answers = attempt(client(address), server.collection(), requests, end, cancel);
                synchronized (clients) {
                    good.put(server.addresses().getFirst(), address);
                }
                return answers;
            } catch (TimeoutException silent) {
                throw faults.silent(limit);
            } catch (ExecutionException failed) {
                failure = faults.of(failed);
                if (!Faults.isOfAddress(failed)) {
                    throw failure;
                }
            }
        }
        throw failure;
    }

    private List<URI> inOrder(SharedSettings server) {
        List<URI> addresses = new ArrayList<>(server.addresses());
        synchronized (clients) {
            URI last = good.get(addresses.getFirst());
            if (last != null && addresses.remove(last)) {
                addresses.addFirst(last);
            }
        }
        return addresses;
    }

    private static List<Map<String, Object>> attempt(
            HttpJdkSolrClient client, String collection, List<SolrRequest<?>> requests, long end, CancelToken cancel)
            throws CancelledException, ExecutionException, TimeoutException {
        List<CompletableFuture<NamedList<Object>>> answers = new ArrayList<>();
        boolean done = false;
        try {
            for (SolrRequest<?> request : requests) {
                answers.add(client.requestAsync(request, collection));
            }
            List<Map<String, Object>> read = new ArrayList<>();
            for (CompletableFuture<NamedList<Object>> answer : answers) {
                read.add(Values.map(await(answer, end, cancel)));
            }
            done = true;
            return read;
        } finally {
            if (!done) {
                answers.forEach(answer -> answer.cancel(true));
            }
        }
    }

    private static <T> T await(CompletableFuture<T> answer, long end, CancelToken cancel)
            throws CancelledException, ExecutionException, TimeoutException {
        while (true) {
            cancel.check();
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                if (System.nanoTime() - end > 0) {
                    throw waiting;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private HttpJdkSolrClient client(URI address) {
        synchronized (clients) {
            return clients.computeIfAbsent(address, any -> new HttpJdkSolrClient.Builder(address.toString())
                    .useHttp1_1(true)
                    .withFollowRedirects(false)
                    .withConnectionTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                    .withRequestTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .withIdleTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .build());
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (clients) {
            for (HttpJdkSolrClient client : clients.values()) {
                client.close();
            }
            clients.clear();
        }
    }
}
