using FlowLab.Benchmarks.Dlgm;
using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>A small latent model of bits: networks, whose products are the device's, and amortised planar layers.</summary>
internal sealed class LatentCell : ITrainingCell
{
    private const int Pixels = 64;
    private const int Latents = 8;
    private const int Hidden = 32;
    private const int Length = 4;
    private const int Batch = 50;

    private static readonly int[] Seeds = [0, 1];

    private readonly MatrixMultiply _products;

    public LatentCell(Accelerator accelerator)
    {
        _products = MatrixMultiply.Of(accelerator);
        LatentModel model = ModelOf(accelerator);
        Session = new TrainingSession(
            new TrainingDefinition
            {
                Seeds = Seeds,
                Chain = model.Chain,
                Latent = model,
                Data = new ResidentBits(Pixels, accelerator),
                Optimizer = new RmsProp(new RmsPropSettings(), accelerator),
                LearningRate = 1e-5,
                Objective = new ObjectiveSettings(),
                Training = new TrainingSettings { Batch = Batch, Updates = int.MaxValue },
            },
            accelerator);
    }

    public TrainingSession Session { get; }

    public void Dispose()
    {
        Session.Dispose();
        _products.Dispose();
    }

    private LatentModel ModelOf(Accelerator accelerator)
    {
        var network = new NetworkSettings { Hidden = Hidden };
        var planar = new PlanarFlow(new PlanarSettings { Length = Length, InitialScale = 0.01 }, new FlowShape(Latents, Seeds.Length), accelerator);
        return new(
            new LatentSettings { Latents = [Latents], Encoder = network, Decoder = network }, new PointShape(1, 1, Pixels), PointValues.Binary, Seeds.Length,
            [new("planar", planar, ParameterScope.Amortised)], new NetworkFactory(accelerator, new Lazy<IMatrixMultiply>(_products)), accelerator);
    }
}
