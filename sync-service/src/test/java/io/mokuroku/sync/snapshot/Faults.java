package io.mokuroku.sync.snapshot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

/**
 * Puts something before the calls of a port.
 */
final class Faults {

	private Faults() {
	}

	/** The same port, with a look at each call before it is made. */
	static <T> T before(Class<T> port, T real, Before before) {
		return port
			.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] { port }, (proxy, method, args) -> {
				@Nullable Object instead = before.call(method, (args != null) ? args : new Object[0]);
				if (instead != null) {
					return instead;
				}
				try {
					return method.invoke(real, args);
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

	/** Looks at a call; may throw, or answer in place of the port. */
	@FunctionalInterface
	interface Before {

		@Nullable Object call(Method method, Object[] arguments) throws Exception;

	}

}
