using TorchSharp.Modules;
using static TorchSharp.torch;
using Functional = TorchSharp.torch.nn.functional;

namespace FlowLab.Benchmarks.TorchSharp;

/// <summary>Planar flow from a trainable Gaussian on U1 with its wall, R seeds in front: z [R, 2, B].</summary>
internal sealed class PlanarModel : IFreeEnergy
{
    private const double Stiffness = 1 / (0.4 * 0.4);
    private readonly int _length;
    private readonly int _seeds;
    private readonly Parameter _mu, _ls, _w, _u, _b;

    public PlanarModel(int length, int seeds)
    {
        (_length, _seeds) = (length, seeds);
        _mu = new Parameter(zeros(seeds, 2, 1));
        _ls = new Parameter(zeros(seeds, 2, 1));
        _w = new Parameter(rand(seeds, length, 2) * 2 - 1);
        _u = new Parameter((rand(seeds, length, 2) * 2 - 1) * Math.Sqrt(2));
        _b = new Parameter(zeros(seeds, length));
        Parameters = new Dictionary<string, Parameter> { ["mu"] = _mu, ["ls"] = _ls, ["w"] = _w, ["u"] = _u, ["b"] = _b };
    }

    public IReadOnlyDictionary<string, Parameter> Parameters { get; }

    public Tensor[] Draw(int batch) => [randn(_seeds, 2, batch)];

    public Tensor Loss(Tensor[] drawn, double beta)
    {
        Tensor noise = drawn[0], z = _mu + exp(_ls) * noise;
        Tensor alignment = (_w * _u).sum(-1), gain = Functional.softplus(alignment) - 1;
        Tensor shift = _u + ((gain - alignment) / (_w * _w).sum(-1)).unsqueeze(-1) * _w;
        Tensor logDet = zeros(1);
        for (int layer = 0; layer < _length; layer++)
        {
            Tensor w = _w.select(1, layer).unsqueeze(-1);
            Tensor h = tanh((w * z).sum(1) + _b.select(1, layer).unsqueeze(-1));
            z = z + shift.select(1, layer).unsqueeze(-1) * h.unsqueeze(1);
            logDet = logDet + log1p((1 - h * h) * gain.select(1, layer).unsqueeze(-1)).sum();
        }
        Tensor logBase = -(_ls + 0.5 * noise * noise + 0.5 * Math.Log(2 * Math.PI)).sum();
        return (logBase - logDet + beta * Energy(z).sum()) / noise.shape[2];
    }

    private static Tensor Energy(Tensor z)
    {
        Tensor a = z.select(1, 0), b = z.select(1, 1), radius = sqrt(a * a + b * b);
        Tensor ring = 0.5 * ((radius - 2) / 0.4).square();
        Tensor arcs = logaddexp(-0.5 * ((a - 2) / 0.6).square(), -0.5 * ((a + 2) / 0.6).square());
        return ring - arcs + 0.5 * Stiffness * (z - z.clamp(-4, 4)).square().sum(1);
    }
}
