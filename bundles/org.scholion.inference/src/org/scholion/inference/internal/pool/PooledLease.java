package org.scholion.inference.internal.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;

/** A lease whose service counts its running calls, so that the model is not closed under them, and refuses calls after its close. */
final class PooledLease<S extends ModelService> implements ModelLease<S> {

    /** What happens with the lease. */
    interface Listener {

        /** A call begins. */
        void begin();

        /** A call ended. */
        void end();

        /** The lease was closed. */
        void close();
    }

    private final S service;
    private final Listener listener;
    private boolean closed;

    PooledLease(Class<S> role, S model, Listener listener) {
        this.listener = listener;
        this.service = role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, new Guard(model)));
    }

    @Override
    public S service() {
        return service;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        listener.close();
    }

    private synchronized void begin() {
        if (closed) {
            throw new IllegalStateException("the lease of the model is closed");
        }
        listener.begin();
    }

    // the array of the inherited method is not annotated
    @NonNullByDefault({})
    private final class Guard implements InvocationHandler {
        private final ModelService model;

        Guard(ModelService model) {
            this.model = model;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") && arguments != null
                        ? (Object) Boolean.valueOf(proxy == arguments[0])
                        : method.invoke(model, arguments);
            }
            begin();
            try {
                return method.invoke(model, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                listener.end();
            }
        }
    }
}
