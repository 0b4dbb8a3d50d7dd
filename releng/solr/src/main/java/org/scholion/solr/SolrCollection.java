package org.scholion.solr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a collection. Arguments: the address of a node, such as {@code http://127.0.0.1:8983/solr}, the name of the collection,
 * the folder
 * of its configuration, how many shards, and how many replicas of each. Nothing happens where there is such a collection already.
 */
public final class SolrCollection {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private SolrCollection(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SolrCollection collection = new SolrCollection(arguments[0]);
        String name = arguments[1];
        if (collection.get("/admin/collections?action=LIST&wt=json").contains('"' + name + '"')) {
            System.out.println("there is a collection " + name);
            return;
        }
        collection.upload(name, Path.of(arguments[2]));
        collection.get("/admin/collections?action=CREATE&name=" + encoded(name) + "&collection.configName=" + encoded(name)
                + "&numShards=" + arguments[3] + "&replicationFactor=" + arguments[4] + "&waitForFinalState=true&wt=json");
        System.out.println("made the collection " + name);
    }

    private void upload(String name, Path configuration) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes); Stream<Path> files = Files.list(configuration)) {
            for (Path file : List.copyOf(files.sorted().toList())) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        ask(HttpRequest.newBuilder(URI.create(address + "/admin/configs?action=UPLOAD&overwrite=true&name=" + encoded(name)))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build());
    }

    private String get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private String ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode() + " of " + request.uri() + ": " + response.body());
        }
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
