package org.scholion.library.internal.online;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.system.Backoff;

/** The sources, all at one site on this machine. */
final class Sites implements AutoCloseable {

    static final String CONTACT = "ada@shore.example";
    static final String KEY = "sk-secret";

    final FakePace pace;
    final FakeSite site;
    private final WebSources sources;

    Sites(FakeSite site) {
        this(site, new FakePace(Duration.ZERO));
    }

    Sites(FakeSite site, FakePace pace) {
        this.site = site;
        this.pace = pace;
        sources = new WebSources(pace, new Backoff(Duration.ofSeconds(1), new Random(1)));
    }

    /** All sources are at the site; these are on. */
    static OnlineSettings settings(URI address, OnlineSource... on) {
        Map<OnlineSource, URI> addresses = EnumSet.allOf(OnlineSource.class).stream().collect(Collectors.toMap(each -> each, each -> address));
        return new OnlineSettings(Set.of(on), CONTACT, Map.of(OnlineSource.OPENALEX, KEY), addresses, Optional.empty());
    }

    OnlineLibrary on(OnlineSource... on) {
        return with(settings(site.address(), on));
    }

    OnlineLibrary keeping(Path cache, OnlineSource... on) {
        return with(settings(site.address(), on).withCache(cache));
    }

    OnlineLibrary with(OnlineSettings settings) {
        return sources.with(settings);
    }

    int forget(Path cache) throws LibraryException {
        return sources.forgetAnswers(cache);
    }

    @Override
    public void close() throws IOException {
        sources.close();
        site.close();
    }
}
