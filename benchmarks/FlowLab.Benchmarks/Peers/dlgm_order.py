"""How FlowLab and the peer order the rows of the latent model's layers.

The peer takes the maximum over units j H + k, FlowLab over W k + j; the peer's head is mu, ln sigma, u, w, b of all layers, FlowLab's mu, ln sigma,
then w, u, b of each layer.
"""


def order(model, length, name, rows):
    """for each of the peer's rows of layer `name`, FlowLab's row; `model` is the peer's module with its sizes, `length` the planar layers"""
    H, D, W = model.H, model.D, model.WIN
    if name in ("e1", "e2", "d1", "d2"):
        return [W * k + j for j in range(W) for k in range(H)]
    if name != "eo":
        return list(range(rows))
    first = [2 * D + l * (2 * D + 1) for l in range(length)]
    return (list(range(2 * D)) + [f + D + d for f in first for d in range(D)] + [f + d for f in first for d in range(D)]
            + [f + 2 * D for f in first])
