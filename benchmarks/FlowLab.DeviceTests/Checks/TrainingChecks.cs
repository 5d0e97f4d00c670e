using FlowLab.Accelerators.Simd;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Tests;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>Steps of training on the device against the same steps on the processor: losses, gradients and parameters.</summary>
internal static class TrainingChecks
{
    private const int Steps = 3;
    private const double Tolerance = 1e-4;

    internal static IEnumerable<DeviceCheck> Of(Accelerator accelerator) =>
    [
        new("planar flow of length 8 on U1, 2 seeds", () => Check(accelerator, device => new EnergyCell(device))),
        new("latent model with 4 planar layers, 2 seeds", () => Check(accelerator, device => new LatentCell(device))),
    ];

    private static string? Check(Accelerator accelerator, Func<Accelerator, ITrainingCell> create)
    {
        using var context = Context.Create(builder => builder.EnableAlgorithms());
        using var processor = context.CreateSimdAccelerator();
        return KernelNumbers.DifferenceOf(Train(accelerator, create), Train(processor, create), Tolerance);
    }

    private static float[][] Train(Accelerator accelerator, Func<Accelerator, ITrainingCell> create)
    {
        using var cell = create(accelerator);
        TrainingSession session = cell.Session;
        for (var i = 0; i < Steps; i++)
            session.Step();
        return [session.ReadLosses(), session.ReadGradients(), session.Parameters.GetAsArray()];
    }
}
