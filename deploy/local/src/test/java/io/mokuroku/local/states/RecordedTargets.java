package io.mokuroku.local.states;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Queues in memory: keeps every message and hands it to the test.
 */
final class RecordedTargets implements TaskTargets {

	private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();

	private final List<Message> all = new CopyOnWriteArrayList<>();

	private final AtomicReference<@Nullable TaskTargetException> refusal = new AtomicReference<>();

	private volatile Runnable meanwhile = () -> {
	};

	@Override
	public Receipt send(Message message) throws TaskTargetException {
		TaskTargetException next = this.refusal.getAndSet(null);
		if (next != null) {
			throw next;
		}
		this.all.add(message);
		this.queue.add(message);
		this.meanwhile.run();
		return new Receipt("message-" + this.all.size(), "d41d8cd98f00b204e9800998ecf8427e");
	}

	/** Puts a message into the queue once more, as a queue may do at any time. */
	void redeliver(Message message) {
		this.queue.add(message);
	}

	/** What happens between the next message and its receipt. */
	void meanwhile(Runnable happening) {
		this.meanwhile = () -> {
			this.meanwhile = () -> {
			};
			happening.run();
		};
	}

	void refuseOnce(String error, String cause) {
		this.refusal.set(new TaskTargetException(error, cause, null));
	}

	/** The next message, waiting for it if need be. */
	Message take() {
		try {
			Message message = this.queue.poll(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
			if (message == null) {
				throw new AssertionError("no message was sent");
			}
			return message;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The body of the next message, as JSON. */
	JsonNode takeBody() {
		return Json.parse(take().body());
	}

	@Nullable Message poll() {
		return this.queue.poll();
	}

	List<Message> all() {
		return this.all;
	}

}
