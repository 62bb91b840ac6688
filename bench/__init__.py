"""Speed, measured: each figure against a peer in the same run wherever there is one."""
