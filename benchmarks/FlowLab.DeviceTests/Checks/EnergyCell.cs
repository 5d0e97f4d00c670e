using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>A planar flow on U1.</summary>
internal sealed class EnergyCell(Accelerator accelerator) : ITrainingCell
{
    private const int Length = 8;
    private const int Batch = 256;

    private static readonly int[] Seeds = [0, 1];

    public TrainingSession Session { get; } = new(
        new TrainingDefinition
        {
            Seeds = Seeds,
            Chain = new FlowChain(
                2, Seeds.Length, new GaussianBase(2, new BaseSettings(), accelerator),
                [("planar", new PlanarFlow(new PlanarSettings { Length = Length }, new FlowShape(2, Seeds.Length), accelerator))]),
            Energy = new U1(new EnergySettings(), accelerator),
            Optimizer = new RmsProp(new RmsPropSettings(), accelerator),
            LearningRate = 1e-5,
            Objective = new ObjectiveSettings(),
            Training = new TrainingSettings { Batch = Batch, Updates = int.MaxValue },
        },
        accelerator);

    public void Dispose() => Session.Dispose();
}
