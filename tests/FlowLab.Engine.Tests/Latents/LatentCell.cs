using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Optimization;
using FlowLab.Plugins.Tests.Flows;
using FlowLab.Random;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A case on a device: its training session, with parameters that the test can set.</summary>
internal sealed class LatentCell : IDisposable
{
    private readonly LatentDevice _device;

    public LatentCell(LatentDevice device, LatentCase latentCase, IOptimizer? optimizer = null, int updates = 1000, double learningRate = 1e-3)
    {
        _device = device;
        Case = latentCase;
        int seeds = latentCase.Seeds.Length;
        MemoryPoints data = new(device.Accelerator, latentCase.Values, latentCase.Data);
        Model = new LatentModel(
            latentCase.Settings, data.Shape, data.Values, seeds, [.. latentCase.Flows.Select(flow => flow.Create(device, latentCase.Dimension, seeds))],
            device.Networks, device.Accelerator);
        Session = new TrainingSession(
            new TrainingDefinition
            {
                Seeds = latentCase.Seeds,
                Chain = Model.Chain,
                Latent = Model,
                Data = data,
                Optimizer = optimizer ?? new StillOptimizer(),
                LearningRate = learningRate,
                Objective = new ObjectiveSettings
                {
                    Samples = latentCase.Samples,
                    Annealing = new AnnealingSettings { Term = latentCase.Term, Start = latentCase.Beta, Updates = latentCase.AnnealingUpdates },
                },
                Training = new TrainingSettings { Batch = latentCase.Batch, Updates = updates, Clip = latentCase.Clip },
            },
            device.Accelerator);
        Starts = Parameters;
    }

    /// <summary>[R, P]: the initial parameters.</summary>
    public float[] Starts { get; }

    public LatentCase Case { get; }

    public LatentModel Model { get; }

    public TrainingSession Session { get; }

    /// <summary>[R, P].</summary>
    public float[] Parameters => Session.ReadState().Parameters;

    /// <summary>The references of the flows as they have been initialized.</summary>
    public IReferenceFlow[] ReferenceFlows =>
        [.. Case.Flows.Zip(Model.Chain.Segments, (part, segment) => part.ReferenceOf(segment.Flow, _device.Accelerator, Case.Dimension, Case.Seeds.Length))];

    /// <summary>Adds noise to all parameters, the same for a seed wherever it stands, so that none of them is special.</summary>
    public void Perturb(double deviation)
    {
        float[] parameters = Parameters;
        for (int position = 0; position < Case.Seeds.Length; position++)
        {
            RandomStream random = new(Case.Seeds[position], RandomPurpose.TestData);
            foreach (ref float value in parameters.AsSpan(position * Model.ParameterCount, Model.ParameterCount))
                value += (float)(deviation * random.NextNormal());
        }
        Restore(parameters);
    }

    /// <summary>Starts from these parameters, [R, P].</summary>
    public void Restore(float[] parameters)
    {
        TrainingState state = Session.ReadState();
        Session.Restore(state with { Parameters = parameters });
    }

    /// <summary>Sets a named tensor of the seed at a position.</summary>
    public void Set(string tensor, IReadOnlyList<double> values, int position = 0)
    {
        float[] parameters = Parameters;
        NamedTensor named = Model.Tensors.Single(entry => entry.Name == tensor);
        Assert.That(values, Has.Count.EqualTo(named.Shape.Aggregate(1, (product, axis) => product * axis)), tensor);
        for (int i = 0; i < values.Count; i++)
            parameters[position * Model.ParameterCount + named.Offset + i] = (float)values[i];
        Restore(parameters);
    }

    /// <summary>The gradients of the next update, [R, P].</summary>
    public float[] Differentiate()
    {
        Session.Step();
        return Session.ReadGradients();
    }

    public void Dispose() => Session.Dispose();
}
