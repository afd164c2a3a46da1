package io.mokuroku.local.states;

import java.util.Map;
import java.util.Set;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One compiled JSONata expression; may be evaluated by several threads at once.
 */
final class Expression {

	/**
	 * How long one evaluation may take: a runaway expression fails its state, not the
	 * machine.
	 */
	private static final long TIME_LIMIT_MILLIS = 5_000;

	private static final int DEPTH_LIMIT = 500;

	private final String source;

	private final Jsonata compiled;

	private Expression(String source, Jsonata compiled) {
		this.source = source;
		this.compiled = compiled;
	}

	/**
	 * Throws {@link IllegalArgumentException} with the reason if the source does not
	 * parse.
	 */
	static Expression compile(String source) {
		try {
			Jsonata compiled = Jsonata.jsonata(source);
			compiled.setOutputConvertNulls(false);
			compiled.setValidateInput(false);
			return new Expression(source, compiled);
		}
		catch (JException ex) {
			throw new IllegalArgumentException(ex.getError() + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * The plain value, or null for "nothing". Throws {@link IllegalStateException} with
	 * the error code and message of JSONata.
	 */
	@Nullable Object evaluate(Map<String, Object> bindings, Set<String> disabled) {
		Frame frame = this.compiled.createFrame();
		bindings.forEach(frame::bind);
		disabled.forEach((name) -> bindNothing(frame, name));
		frame.setRuntimeBounds(TIME_LIMIT_MILLIS, DEPTH_LIMIT);
		try {
			return evaluate(frame);
		}
		catch (JException ex) {
			throw new IllegalStateException(ex.getError() + ": " + ex.getMessage(), ex);
		}
		catch (StackOverflowError ex) {
			throw new IllegalStateException("the expression recurses too deeply", ex);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@SuppressWarnings("NullAway") // JSONata's own "nothing" is null
	private @Nullable Object evaluate(Frame frame) {
		return this.compiled.evaluate(null, frame);
	}

	@SuppressWarnings("NullAway") // a name bound to nothing hides the built-in function
	private static void bindNothing(Frame frame, String name) {
		frame.bind(name, (Object) null);
	}

	String source() {
		return this.source;
	}

}
