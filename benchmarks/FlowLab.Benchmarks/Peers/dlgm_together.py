"""Trains the peer's hand-written latent model update by update on points and noise that it is given, and answers each with its free energy.

stdin: one line of JSON with the sizes; then the initial parameters, float32, tensors in FlowLab's order; then for every update the learning rate
(float32), points (bytes 0 or 1, [pixels, batch]) and noise (float32, [latents, batch]). Rows are permuted, see dlgm_order.py. It ends with its input.
"""
import json
import math
import sys

sys.path.insert(0, sys.argv[1])
import dlgm  # noqa: E402  (the folder comes from the command line)
from dlgm_order import order  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402

case = json.loads(sys.stdin.buffer.readline())
dlgm.X, dlgm.H, dlgm.D = case["pixels"], case["hidden"], case["latents"]
K, D, B = case["length"], dlgm.D, case["batch"]
torch.set_num_threads(case["threads"])
torch.set_flush_denormal(True)


def read(kind, *shape):
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    data = sys.stdin.buffer.read(size)
    return torch.from_numpy(np.frombuffer(data, dtype=kind).reshape(shape).copy()) if len(data) == size else None


P = dlgm.Params(K, 1, torch.device("cpu"))
sizes = {n: (i, o) for n, i, o in dlgm.layers(K)}
for name in ("e1", "e2", "eo", "d1", "d2", "do"):
    inputs, outputs = sizes[name]
    rows = torch.tensor(order(dlgm, K, name, outputs))
    P.p[name + ".w"][0].copy_(read("f4", outputs, inputs)[rows])
    P.p[name + ".b"][0].copy_(read("f4", outputs, 1)[rows])

model, rule = dlgm.Manual(P, K, 1, B, torch.device("cpu")), dlgm.FlatRms(P.flat, P.grad)
beta = torch.tensor(1.0)
while (rate := read("f4", 1)) is not None:
    rule.lr = float(rate)
    x, eps = read("u1", 1, dlgm.X, B).float(), read("f4", 1, D, B)
    loss = float(model.run(x, eps, beta, want_loss=True))
    rule.step()
    text = "NaN" if math.isnan(loss) else f"{'-' if loss < 0 else ''}Infinity" if math.isinf(loss) else repr(loss)
    print(json.dumps({"loss": text}), flush=True)
