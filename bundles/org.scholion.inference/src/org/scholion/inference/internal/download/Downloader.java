package org.scholion.inference.internal.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.internal.download.Exchange.Answer;
import org.scholion.inference.store.InstallProgress;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Fetches files, goes on where an earlier try broke off, and checks what came. For one thread at a time. */
public final class Downloader implements AutoCloseable {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");
    private static final long REPORT_NANOS = 100_000_000;

    private final HttpClient client;
    private final Exchange exchange;
    private final Timing timing;
    private final PartFile.Opener opener;
    private final Optional<URI> mirror;

    /** @param mirror stands in for all servers: host and path of an address are put behind it; ends with {@code /} */
    public Downloader(Optional<URI> mirror) {
        this(mirror, Timing.STANDARD, PartFile.OPENER);
    }

    Downloader(Optional<URI> mirror, Timing timing, PartFile.Opener opener) {
        this.mirror = mirror;
        this.timing = timing;
        this.opener = opener;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(timing.connectMillis()));
        @Nullable ProxySelector proxies = ProxySelector.getDefault();
        if (proxies != null) {
            builder.proxy(proxies);
        }
        @Nullable Authenticator passwords = Authenticator.getDefault();
        if (passwords != null) {
            builder.authenticator(passwords);
        }
        client = builder.build();
        exchange = new Exchange(client, timing);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /**
     * Fetches a file.
     *
     * @throws ModelException with one message that says what to do; what came is kept for another try, unless it is known to be wrong
     */
    public Fetched fetch(Request request, InstallProgress progress, CancelToken cancel) throws ModelException, CancelledException {
        PartFile part = new PartFile(request.target(), opener);
        URI address = mirrored(request.address());
        int fruitless = 0;
        for (int tries = 1; ; tries++) {
            cancel.check();
            long before = part.size();
            try {
                transfer(request, address, part, progress, cancel);
                return check(request, address, part, progress, cancel);
            } catch (BrokenException broken) {
                fruitless = part.size() > before ? 1 : fruitless + 1;
                // a server that never answered is not worth waiting for: there may be another source
                if (tries == 1 && broken.isUnreachable() || fruitless >= timing.tries() || tries >= Timing.MOST_TRIES) {
                    throw new ModelException(broken.getMessage(), broken);
                }
                pause(broken.pauseMillis() >= 0 ? broken.pauseMillis() : timing.pauseMillis() << (fruitless - 1), cancel);
            }
        }
    }

    private URI mirrored(URI address) {
        return mirror.map(base -> {
            String query = address.getRawQuery() == null ? "" : '?' + address.getRawQuery();
            return URI.create(base.toString() + address.getHost() + address.getRawPath() + query);
        }).orElse(address);
    }

    private void transfer(Request request, URI address, PartFile part, InstallProgress progress, CancelToken cancel)
            throws ModelException, BrokenException, CancelledException {
        long have = part.size();
        if (have > 0 && request.size().equals(OptionalLong.of(have))) {
            return;
        }
        Optional<String> tag = part.tag();
        if (have > 0 && (tag.isEmpty() && request.sha256().isEmpty() || have > request.size().orElse(request.mostBytes()))) {
            part.discard();
            have = 0;
        }
        Answer answer = exchange.ask(address, have, tag, cancel);
        try {
            switch (answer.status()) {
                case 200 -> body(request, address, part, answer, 0, progress, cancel);
                case 206 -> body(request, address, part, answer, have, progress, cancel);
                case 416 -> notSatisfiable(address, part, answer, have);
                default -> throw refusal(address, answer);
            }
        } catch (ModelException | BrokenException | CancelledException e) {
            answer.refuse();
            throw e;
        }
    }

    private void body(
            Request request,
            URI address,
            PartFile part,
            Answer answer,
            long offset,
            InstallProgress progress,
            CancelToken cancel)
            throws ModelException, BrokenException, CancelledException {
        OptionalLong total = total(answer, offset);
        if (offset > 0 && !startsAt(answer, offset) || offset == 0 && answer.status() == 206) {
            part.discard();
            throw new BrokenException(NLS.bind(Messages.download_cut, address), 0);
        }
        if (total.isPresent() && !request.size().equals(total) && request.size().isPresent()
                || total.orElse(0) > request.mostBytes()) {
            part.discard();
            throw new ModelException(NLS.bind(Messages.download_length, address));
        }
        if (offset == 0) {
            part.restart(tag(answer));
        }
        long most = request.size().orElse(total.orElse(request.mostBytes())) - offset;
        Reporter reporter = new Reporter(progress, fileName(request), offset, request.size().isPresent() ? request.size() : total);
        long came;
        try (WritableByteChannel channel = part.append()) {
            came = exchange.read(address, answer, channel, reporter::came, part, most, cancel);
        } catch (IOException e) {
            throw part.notWritten(e);
        }
        if (total.isPresent() && offset + came < total.getAsLong()) {
            throw new BrokenException(NLS.bind(Messages.download_cut, address), -1);
        }
    }

    /** The server has nothing behind what is here: then it is whole, or another file. */
    private static void notSatisfiable(URI address, PartFile part, Answer answer, long have) throws ModelException, BrokenException {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        answer.refuse();
        if (!range.matches() || !range.group(2).equals(Long.toString(have))) {
            part.discard();
            throw new BrokenException(NLS.bind(Messages.download_cut, address), 0);
        }
    }

    private static boolean startsAt(Answer answer, long offset) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        return range.matches() && Long.toString(offset).equals(range.group(1));
    }

    private static OptionalLong total(Answer answer, long offset) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        if (answer.status() == 206 && range.matches() && !range.group(2).equals("*")) {
            return OptionalLong.of(Long.parseLong(range.group(2)));
        }
        String length = answer.header("Content-Length").orElse("");
        return length.matches("\\d{1,18}") ? OptionalLong.of(offset + Long.parseLong(length)) : OptionalLong.empty();
    }

    /** What the server calls this state of the file; a weak tag says too little to go on from. */
    private static Optional<String> tag(Answer answer) {
        Optional<String> tag = answer.header("ETag").filter(value -> value.startsWith("\""));
        return tag.isPresent() ? tag : answer.header("Last-Modified");
    }

    private static ModelException refusal(URI address, Answer answer) throws BrokenException {
        int status = answer.status();
        String place = address.toString();
        if (status == 404 || status == 410) {
            return new ModelException(NLS.bind(Messages.download_notFound, place));
        }
        if (status == 401 || status == 403 || status == 407) {
            return new ModelException(NLS.bind(Messages.download_forbidden, place, status));
        }
        if (status == 408 || status == 429 || status >= 500) {
            String after = answer.header("Retry-After").orElse("");
            long pause = after.matches("\\d{1,6}") ? Math.min(Timing.MOST_PAUSE_MILLIS, Long.parseLong(after) * 1000) : -1;
            throw new BrokenException(NLS.bind(Messages.download_server, place, status), pause);
        }
        return new ModelException(NLS.bind(Messages.download_status, place, status));
    }

    private static Fetched check(Request request, URI address, PartFile part, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException {
        long size = part.size();
        if (size != request.size().orElse(size)) {
            part.discard();
            throw new ModelException(NLS.bind(Messages.download_length, address));
        }
        try {
            String step = NLS.bind(Messages.download_checking, fileName(request));
            Reporter reporter = new Reporter(progress, step, 0, OptionalLong.of(size));
            String sha256 = Hashes.sha256(part.path(), reporter::came, cancel);
            if (!sha256.equals(request.sha256().orElse(sha256))) {
                part.discard();
                throw new ModelException(NLS.bind(Messages.download_hash, address));
            }
            part.finish();
            return new Fetched(size, sha256);
        } catch (IOException e) {
            throw part.notWritten(e);
        }
    }

    private static String fileName(Request request) {
        return String.valueOf(request.target().getFileName());
    }

    private static void pause(long millis, CancelToken cancel) throws CancelledException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            cancel.check();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Timing.POLL_MILLIS));
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException();
            }
        }
    }

    /** Passes progress on, not too often. */
    private static final class Reporter {
        private final InstallProgress progress;
        private final String step;
        private final long offset;
        private final long total;
        private long last;

        Reporter(InstallProgress progress, String step, long offset, OptionalLong total) {
            this.progress = progress;
            this.step = step;
            this.offset = offset;
            this.total = total.orElse(-1);
        }

        void came(long count) {
            long now = System.nanoTime();
            if (last == 0 || now - last > REPORT_NANOS || offset + count == total) {
                last = now;
                progress.report(step, offset + count, total);
            }
        }
    }
}
