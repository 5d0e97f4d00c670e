using FlowLab.Accelerators.Simd;
using FlowLab.Benchmarks.Dlgm;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Growth;

/// <summary>A training session of the sizes of a point.</summary>
internal sealed class GrowthCell : IDisposable
{
    private const int Pixels = 784;
    private readonly List<IDisposable> _owned = [];

    public GrowthCell(GrowthPoint point) => Session = point.IsModel ? OpenModel(point) : OpenFlow(point);

    public TrainingSession Session { get; }

    public void Dispose()
    {
        foreach (IDisposable owned in Enumerable.Reverse(_owned))
            owned.Dispose();
    }

    private TrainingSession OpenModel(GrowthPoint point)
    {
        var cell = new DlgmCell(new DlgmSizes(Pixels, point.Width, point.Dimension), point.Length, point.Seeds, point.Batch);
        _owned.Add(cell);
        return cell.Session;
    }

    private TrainingSession OpenFlow(GrowthPoint point)
    {
        Context context = Context.Create(builder => builder.EnableAlgorithms());
        _owned.Add(context);
        Accelerator accelerator = context.CreateSimdAccelerator(Environment.ProcessorCount);
        _owned.Add(accelerator);
        FlowShape shape = new(point.Dimension, point.Seeds);
        TrainingSession session = new(new TrainingDefinition
        {
            Seeds = [.. Enumerable.Range(0, point.Seeds)],
            Chain = new FlowChain(
                point.Dimension, point.Seeds, new GaussianBase(point.Dimension, new BaseSettings(), accelerator),
                [("planar", new PlanarFlow(new PlanarSettings { Length = point.Length }, shape, accelerator))]),
            Energy = new Bowl(point.Dimension, accelerator),
            Optimizer = new RmsProp(new RmsPropSettings(), accelerator),
            LearningRate = 1e-5,
            Objective = new ObjectiveSettings(),
            Training = new TrainingSettings { Batch = point.Batch, Updates = int.MaxValue },
        }, accelerator);
        _owned.Add(session);
        return session;
    }
}
