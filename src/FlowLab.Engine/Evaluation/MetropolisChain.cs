using FlowLab.Energies;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Metropolis-adjusted Langevin steps from wherever draws are towards exp(-U), for sampling after training: the steps of a Langevin flow, each of which is taken or
/// refused so that no size of step leaves a bias. What is left is how far the first draws are from the target, less with every step. Roberts and Tweedie,
/// Exponential convergence of Langevin distributions, Bernoulli 2, 1996. Memory: 3 D + 3 numbers per draw.
/// </summary>
internal sealed class MetropolisChain : IDisposable
{
    // Behind the chunks that points are drawn from, probes and exact samples.
    private const long FirstChunk = 1L << 44;

    private readonly MetropolisSettings _settings;
    private readonly IEnergy _energy;
    private readonly int _seeds;
    private readonly ComponentTurns _turns;
    private readonly DeviceTensors _tensors;
    private readonly SampleView _gradient;
    private readonly SampleView _energies;
    private readonly MetropolisPoints _proposal;
    private readonly SampleView _accepted;
    private readonly double[] _acceptedMoves;
    private readonly Action<Index2D, NoiseKey, int, ArrayView<int>, float, SampleView, SampleView, SampleView> _propose;
    private readonly Action<Index2D, NoiseKey, int, ArrayView<int>, float, MetropolisPoints, MetropolisPoints, SampleView> _decide;
    private long _moves;

    /// <param name="accelerator">The device.</param>
    /// <param name="energy">U; stays the caller's.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="batch">Draws per seed that are moved at once.</param>
    /// <param name="settings">How often and how far.</param>
    public MetropolisChain(Accelerator accelerator, IEnergy energy, int seeds, int batch, MetropolisSettings settings)
    {
        (_settings, _energy, _seeds) = (settings, energy, seeds);
        _turns = ComponentTurns.Of(accelerator);
        _tensors = new DeviceTensors(accelerator, seeds);
        _gradient = _tensors.Allocate("gradient", energy.Dimension, batch);
        _energies = _tensors.Allocate("energy", 1, batch);
        _proposal = new MetropolisPoints(
            _tensors.Allocate("proposal", energy.Dimension, batch), _tensors.Allocate("gradient at the proposal", energy.Dimension, batch), _tensors.Allocate("energy of the proposal", 1, batch));
        _accepted = _tensors.Allocate("accepted moves", 1, batch);
        _acceptedMoves = new double[seeds];
        _propose = accelerator.LoadAutoGroupedStreamKernel<Index2D, NoiseKey, int, ArrayView<int>, float, SampleView, SampleView, SampleView>(MetropolisKernels.Propose);
        _decide = accelerator.LoadAutoGroupedStreamKernel<Index2D, NoiseKey, int, ArrayView<int>, float, MetropolisPoints, MetropolisPoints, SampleView>(MetropolisKernels.Decide);
    }

    /// <summary>The share of a seed's moves so far that were taken.</summary>
    /// <param name="seed">Its position on the seeds axis.</param>
    public double AcceptedShare(int seed) => _moves == 0 ? double.NaN : _acceptedMoves[seed] / _moves;

    /// <summary>Moves all draws of a chunk.</summary>
    /// <param name="state">[R, D, B].</param>
    /// <param name="chunk">The number of the chunk, which is part of the noise's address.</param>
    /// <param name="seeds">[R], on the device.</param>
    public void Move(SampleView state, long chunk, ArrayView<int> seeds)
    {
        var key = new NoiseKey(RandomPurpose.EvaluationNoise, FirstChunk + chunk);
        var extent = new Index2D(state.Batch, _seeds);
        int blocks = MetropolisKernels.BlocksOf(state.Features);
        MetropolisPoints here = new(state, _gradient, _energies);
        _accepted.Values.MemSetToZero();
        Evaluate(here);
        for (int move = 0; move < _settings.Steps; move++)
        {
            _propose(extent, key, move * blocks, seeds, (float)_settings.Step, state, _gradient, _proposal.State);
            Evaluate(_proposal);
            _decide(extent, key, move * blocks + blocks - 1, seeds, (float)_settings.Step, here, _proposal, _accepted);
        }
        Count(state.Batch);
    }

    /// <inheritdoc/>
    public void Dispose() => _tensors.Dispose();

    private void Evaluate(MetropolisPoints points)
    {
        _turns.Enter("target", "its energy");
        _energy.EvaluateWithGradient(new EnergyPass(_seeds, points.State, points.Energy.Values, points.Gradient, 1));
        _turns.Leave();
    }

    private void Count(int batch)
    {
        float[] accepted = _accepted.Values.GetAsArray();
        for (int seed = 0; seed < _seeds; seed++)
            for (int draw = 0; draw < batch; draw++)
                _acceptedMoves[seed] += accepted[seed * batch + draw];
        _moves += (long)batch * _settings.Steps;
    }
}
