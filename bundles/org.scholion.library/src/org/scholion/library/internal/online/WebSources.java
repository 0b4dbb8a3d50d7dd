package org.scholion.library.internal.online;

import java.util.random.RandomGenerator;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSources;

/** The sources over the one way that leads to them. Opens no connection before one is needed. */
public final class WebSources implements OnlineSources, AutoCloseable {

    private final Web web;

    public WebSources() {
        this(Pace.SYSTEM, new Backoff(RandomGenerator.getDefault()));
    }

    WebSources(Pace pace, Backoff backoff) {
        web = new Web(pace, backoff);
    }

    @Override
    public OnlineLibrary with(OnlineSettings settings) {
        return new AskedLibrary(settings, web);
    }

    @Override
    public void close() {
        web.close();
    }
}
