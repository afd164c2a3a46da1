package io.mokuroku.local.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.typesafe.config.ConfigFactory;
import io.mokuroku.topology.Topology;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * SQS: ElasticMQ with the project's queues and their dead-letter queues, its messages
 * kept in a journal.
 */
final class Queues implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Queues.class);

	/** The timers of its actors would tick a hundred times a second, busy or not. */
	private static final String SETTINGS = "pekko.scheduler.tick-duration = 50ms";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ActorSystem actors;

	private final MessageJournal journal;

	private final AtomicBoolean writable;

	private final SQSRestServer server;

	private Queues(ActorSystem actors, MessageJournal journal, AtomicBoolean writable, SQSRestServer server) {
		this.actors = actors;
		this.journal = journal;
		this.writable = writable;
		this.server = server;
	}

	/**
	 * Starts the server with every message that was there when it ended.
	 * @param host the address to bind
	 * @param port the port to bind, 0 for any
	 */
	static Queues open(Path directory, String host, int port, List<Topology.Queue> definitions) throws IOException {
		MessageJournal journal = MessageJournal.open(directory.resolve("messages.journal"));
		ActorSystem actors = ActorSystem.create("queues",
				ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load()));
		AtomicBoolean writable = new AtomicBoolean(true);
		ActorRef keeper = actors.actorOf(JournalKeeper.of(journal, writable));
		ActorRef manager = actors.actorOf(Props.create(QueueManagerActor.class,
				() -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper))));
		Map<String, ActorRef> queues = new LinkedHashMap<>();
		for (Topology.Queue definition : definitions) {
			queues.put(definition.deadLetterName(), create(manager, plain(definition.deadLetterName())));
			queues.put(definition.name(), create(manager, withRedrive(definition)));
		}
		journal.messages().forEach((name, messages) -> {
			ActorRef queue = queues.computeIfAbsent(name, (_) -> create(manager, plain(name)));
			restore(queue, messages);
		});
		SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors)
			.withQueueManagerActor(manager)
			.withInterface(host)
			.withPort(port)
			.withServerAddress(new NodeAddress("http", host, port, ""))
			.withAWSRegion(LocalAddresses.REGION)
			.withAWSAccountId(LocalAddresses.ACCOUNT)
			.start();
		server.waitUntilStarted();
		return new Queues(actors, journal, writable, server);
	}

	/**
	 * Whether what clients send can be kept.
	 */
	boolean isWritable() {
		return this.writable.get();
	}

	@Override
	public void close() throws IOException {
		this.server.stopAndWait();
		this.actors.terminate();
		try {
			this.actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			log.warn("event=queues-not-stopped cause=\"{}\"", ex.toString());
		}
		this.journal.close();
	}

	private static void restore(ActorRef queue, List<StoredMessage> messages) {
		List<InternalMessage> live = new ArrayList<>(messages.size());
		for (StoredMessage message : messages) {
			live.add(ElasticMessages.live(message, live.size()));
		}
		ask(queue, new RestoreMessages(
				scala.collection.immutable.List.from(CollectionConverters.asScala((Iterable<InternalMessage>) live))));
	}

	private static ActorRef create(ActorRef manager, CreateQueueData queue) {
		if (ask(manager, new CreateQueue(queue)) instanceof Either<?, ?> answer && answer.isRight()
				&& answer.toOption().get() instanceof ActorRef created) {
			return created;
		}
		throw new IllegalStateException("queue " + queue.name() + " cannot be created");
	}

	private static Object ask(ActorRef actor, Object question) {
		try {
			return Patterns.ask(actor, question, PATIENCE).toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("the queue server does not answer", ex);
		}
	}

	private static CreateQueueData withRedrive(Topology.Queue queue) {
		return data(queue.name(), queue.visibilityTimeoutSeconds(),
				Option.apply(new DeadLettersQueueData(queue.deadLetterName(), queue.maxReceiveCount())));
	}

	private static CreateQueueData plain(String name) {
		return data(name, 30, Option.empty());
	}

	private static CreateQueueData data(String name, int visibilityTimeoutSeconds,
			Option<DeadLettersQueueData> deadLetters) {
		return new CreateQueueData(name, Option.apply(MillisVisibilityTimeout.fromSeconds(visibilityTimeoutSeconds)),
				Option.empty(), Option.empty(), Option.empty(), Option.empty(), deadLetters, false, false,
				Option.empty(), Option.empty(), CreateQueueData.apply$default$12());
	}

}
