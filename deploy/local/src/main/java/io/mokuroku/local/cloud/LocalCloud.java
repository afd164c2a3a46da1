package io.mokuroku.local.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.mokuroku.local.AwsService;
import io.mokuroku.local.Ports;
import io.mokuroku.local.schedules.SchedulerServer;
import io.mokuroku.local.schedules.SqsQueueDelivery;
import io.mokuroku.local.states.SqsTaskTargets;
import io.mokuroku.local.states.StateMachines;
import io.mokuroku.local.upstream.DemoUpstream;
import io.mokuroku.local.upstream.SampleTitles;
import io.mokuroku.topology.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Everything the services need that is not DynamoDB, in one process: queues, buckets and
 * a cache where nobody else brings them, the login server and the AWS services of our
 * own. All of it listens on the loopback address; the login server where containers say
 * otherwise.
 */
public final class LocalCloud implements AutoCloseable {

	/**
	 * Under the state directory: what an operator should know about this run, one
	 * sentence a line.
	 */
	public static final String NOTES = "cloud-notes.txt";

	private static final Logger log = LoggerFactory.getLogger(LocalCloud.class);

	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	private @Nullable Queues queues;

	private @Nullable CacheServer cache;

	private final InstantSource clock;

	private LocalCloud(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Starts every piece and creates what is missing of queues and buckets.
	 * @param state the directory all state is kept under
	 * @param ports the addresses of this run
	 * @param surroundings what is there already
	 * @param clock the clock of schedules and workflows
	 * @return the running cloud
	 * @throws IOException when a piece cannot be started; what was started before it is
	 * stopped again
	 */
	public static LocalCloud open(Path state, Ports ports, Surroundings surroundings, InstantSource clock)
			throws IOException {
		LocalCloud cloud = new LocalCloud(clock);
		try {
			cloud.start(state, ports, surroundings);
			return cloud;
		}
		catch (IOException | RuntimeException ex) {
			cloud.close();
			throw ex;
		}
	}

	private void start(Path state, Ports ports, Surroundings surroundings) throws IOException {
		Topology topology = Topology.load();
		switch (surroundings) {
			case NONE -> startEngines(state, ports, topology);
			case ENGINES -> EngineSetUp.createMissing(ports, topology);
		}
		keep(Issuer.open(state.resolve("oidc"), surroundings.loginAddress(), ports.oidc(),
				new RemovedReviewers(keep(LocalClients.dynamoDb(ports)))));
		log.info("event=started piece=oidc port={}", ports.oidc());
		TableSetUp.createMissing(ports, topology);
		new KnownTables(state).note(topology.tables());
		log.info("event=created piece=dynamodb-tables");
		keep(DemoUpstream.open(ports.upstream(), SampleTitles.andInvented(), this.clock));
		log.info("event=started piece=demo-upstream port={}", ports.upstream());
		keep(AwsFront.open(LocalAddresses.HOST, ports.aws(), ownServices(state, ports), this::trouble));
		log.info("event=started piece=aws-front port={}", ports.aws());
	}

	private void startEngines(Path state, Ports ports, Topology topology) throws IOException {
		this.queues = keep(Queues.open(state.resolve("sqs"), LocalAddresses.HOST, ports.sqs(), topology.queues()));
		log.info("event=started piece=sqs port={}", ports.sqs());
		keep(Buckets.open(state.resolve("s3"), LocalAddresses.HOST, ports.s3(), topology.buckets()));
		log.info("event=started piece=s3 port={}", ports.s3());
		startCache(state, ports);
	}

	private List<AwsService> ownServices(Path state, Ports ports) throws IOException {
		SqsClient sqs = keep(LocalClients.sqs(ports));
		StateMachines stateMachines = keep(
				StateMachines.open(state.resolve("states"), new SqsTaskTargets(sqs), this.clock));
		SchedulerServer scheduler = keep(
				SchedulerServer.open(state.resolve("schedules"), new SqsQueueDelivery(sqs), this.clock));
		return List.of(stateMachines, scheduler);
	}

	private void startCache(Path state, Ports ports) throws IOException {
		Optional<CacheServer> server = CacheServer.open(state.resolve("redis"), LocalAddresses.HOST, ports.redis());
		Path notes = Files.createDirectories(state).resolve(NOTES);
		if (server.isPresent()) {
			this.cache = keep(server.get());
			Files.deleteIfExists(notes);
			log.info("event=started piece=redis port={}", ports.redis());
		}
		else {
			Files.writeString(notes,
					"Redis is off: neither the bundled binary nor a redis-server on the PATH runs here.\n");
			log.warn("event=off piece=redis");
		}
	}

	/**
	 * What keeps this cloud from being healthy.
	 * @return a sentence, empty when all is well
	 */
	Optional<String> trouble() {
		if (this.queues != null && !this.queues.isWritable()) {
			return Optional.of("The message journal cannot be written: is the disk full?");
		}
		if (this.cache != null && !this.cache.isRunning()) {
			return Optional.of("Redis has stopped");
		}
		return Optional.empty();
	}

	private <T extends AutoCloseable> T keep(T piece) {
		this.opened.push(piece);
		return piece;
	}

	/**
	 * Stops every piece, last started first; what is on disk stays.
	 */
	@Override
	public void close() {
		while (!this.opened.isEmpty()) {
			AutoCloseable piece = this.opened.pop();
			try {
				piece.close();
			}
			catch (Exception ex) {
				log.warn("event=not-stopped piece={} cause=\"{}\"", piece.getClass().getSimpleName(), ex.toString());
			}
		}
	}

}
