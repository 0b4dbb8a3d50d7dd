package org.scholion.library.internal.online;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSources;
import org.scholion.system.Backoff;
import org.scholion.system.Pace;

/** The sources over the one way that leads to them. Opens no connection before one is needed. */
public final class WebSources implements OnlineSources, AutoCloseable {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final Web web;

    public WebSources() {
        this(Pace.SYSTEM, new Backoff(FIRST_WAIT, RandomGenerator.getDefault()));
    }

    WebSources(Pace pace, Backoff backoff) {
        web = new Web(pace, backoff);
    }

    @Override
    public OnlineLibrary with(OnlineSettings settings) {
        return new AskedLibrary(settings, web);
    }

    @Override
    public int forgetAnswers(Path cache) throws LibraryException {
        try {
            return AnswerCache.forget(cache);
        } catch (IOException e) {
            throw new LibraryException(NLS.bind(Messages.cache_notForgotten, cache, e.getLocalizedMessage()), e);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
