package afa;

/** What the command line can do, as it is printed. */
final class Usage {
  static final String RUN =
      """
      run [options]            starts a node
        --event FILE           an event to follow; may be repeated; without one: the rehearsal
        --port 8080            port for HTTP
        --host 127.0.0.1       address for HTTP; 0.0.0.0 lets other machines in
        --roles all            or some of ingest,store,delivery,archive,site,console
        --data data            directory of the embedded servers
        --node NAME            its name in the cluster; else HOST-PORT
        --cluster NAME         name of the cluster, if not the one in cluster.xml
        --conf conf/afa.yaml   settings
        --tls-cert FILE        certificate (PEM) and
        --tls-key FILE         its key: HTTPS with HTTP/2 instead of HTTP
      Each option is also a variable: AFA_PORT, AFA_HOST, …
      REDIS_URL and DATABASE_URL replace the embedded servers.""";

  static final String ALL =
      """
      usage: ./afa COMMAND
      %s
      backup DIR               copies Redis and PostgreSQL to DIR while nodes run
      restore DIR              makes a data directory from such a copy (--data data)
      export EVENT DIR         writes an event to a folder that opens in a browser (--data data)
      import DIR               puts such a folder into an archive that lacks the event
      rehearse [options]       starts the simulators of the networks alone; --help tells more
      chaos [options]          kills, pauses and cuts off nodes of a cluster, and compares ledgers
      chaos sources [options]  disturbs networks, kills the node, and compares what is left
      hash                     makes of a password what conf/afa.yaml may know of it
      bench delay              measures the way of a post to its readers
      bench ingest             measures how much can be posted, and whether all of it arrives
      bench delivery [options] measures delivery side by side with other servers; --help tells more
      bench soak [options]     half an hour of readers that come, go and block, with a verdict
      bench archive            measures how fast the archive fills and answers
      bench parse              measures how fast posts of X are read
      build                    builds what ./afa run starts
      test                     runs all tests
      fmt                      formats the code"""
          .formatted(RUN);

  private Usage() {}
}
