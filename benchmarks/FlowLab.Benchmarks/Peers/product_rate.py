"""How fast PyTorch multiplies matrices here: one JSON line with GFLOP/s, the best of a few products of order 512."""
import json
import time

import torch

ORDER = 512
left, right = torch.randn(ORDER, ORDER), torch.randn(ORDER, ORDER)
best = float("inf")
for _ in range(8):
    start = time.perf_counter()
    left @ right
    best = min(best, time.perf_counter() - start)
print(json.dumps({"gflops": 2 * ORDER**3 / best / 1e9}))
