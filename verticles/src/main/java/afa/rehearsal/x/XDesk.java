package afa.rehearsal.x;

/** What the endpoints of the rehearsed X share. */
record XDesk(
    XNetwork network,
    XPosts posts,
    Replies replies,
    ConnectionLog connections,
    Bills bills,
    Outages outages) {}
