"""Trains the peer's hand-written latent model on given points from given parameters and prints its bound on given test points, seed by seed.

stdin: one JSON object with the sizes, the number of updates and files of raw values: training and test points (bytes 0 or 1, [N, pixels]) and one
file of float32 parameters per seed, tensors in FlowLab's order. Rows are permuted, see dlgm_order.py. The bound is F at beta = 1.
"""
import json
import sys
import time

sys.path.insert(0, sys.argv[1])
import dlgm  # noqa: E402  (the folder comes from the command line)
from dlgm_order import order  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402

case = json.load(sys.stdin)
dlgm.X, dlgm.H, dlgm.D = case["pixels"], case["hidden"], case["latents"]
K, D, B = case["length"], dlgm.D, case["batch"]
ORDER = ["e1", "e2", "eo", "d1", "d2", "do"]
torch.set_num_threads(case["threads"])
torch.set_flush_denormal(True)


def points(path):
    return torch.from_numpy(np.fromfile(path, dtype=np.uint8).reshape(-1, dlgm.X)).float()


train, test = points(case["training"]), points(case["test"])
R = len(case["parameters"])
P = dlgm.Params(K, R, torch.device("cpu"))
sizes = {n: (i, o) for n, i, o in dlgm.layers(K)}
for seed, path in enumerate(case["parameters"]):
    values, at = torch.from_numpy(np.fromfile(path, dtype=np.float32)), 0
    for name in ORDER:
        inputs, outputs = sizes[name]
        rows = torch.tensor(order(dlgm, K, name, outputs))
        P.p[name + ".w"][seed].copy_(values[at:at + inputs * outputs].view(outputs, inputs)[rows])
        at += inputs * outputs
        P.p[name + ".b"][seed].copy_(values[at:at + outputs].view(outputs, 1)[rows])
        at += outputs
    assert at == len(values), (at, len(values))

model, rule = dlgm.Manual(P, K, R, B, torch.device("cpu")), dlgm.FlatRms(P.flat, P.grad, lr=case["learningRate"])
orders = [torch.Generator().manual_seed(1000 + r) for r in range(R)]
shuffled, beta, start = [None] * R, torch.tensor(1.0), time.perf_counter()
for update in range(case["updates"]):
    at = update * B % len(train)
    if at == 0:
        shuffled = [torch.randperm(len(train), generator=g) for g in orders]
    x = torch.stack([train[s[at:at + B]].t() for s in shuffled])
    model.run(x, torch.randn(R, D, B), beta)
    rule.step()
    if update % 2000 == 1999:
        dlgm.note(f"peer: {update + 1} updates, {(update + 1) / (time.perf_counter() - start):.1f} per second")
bounds = []
with torch.no_grad():
    for r in range(R):
        own = {n: t[r:r + 1] for n, t in P.p.items()}
        total = 0.0
        for first in range(0, len(test), 500):
            x = test[first:first + 500].t()[None]
            for _ in range(case["draws"]):
                total += float(dlgm.free_energy(own, x, torch.randn(1, D, x.shape[-1]), 1.0, K)) * x.shape[-1]
        bounds.append(total / len(test) / case["draws"])
print(json.dumps({"bounds": bounds}))
