using FlowLab.Flows;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace FaultyFlows;

/// <summary>z'_d = exp(a_d) z_d + b_d, right or with one mistake.</summary>
[Flow("faulty", Summary = "A scaling with a mistake of your choice.")]
public sealed class FaultyFlow : IFlow
{
    private const int LateCall = 30;

    private readonly Mistake _mistake;
    private readonly int _dimension;
    private readonly Action<Index2D, FlowForward, int> _forward;
    private readonly Action<Index2D, FlowBackward, int> _backward;
    private readonly Action<Index2D, FlowInverse, int> _inverse;
    private readonly List<byte[]> _kept = [];
    private int _forwardCalls;

    public FaultyFlow(FaultySettings settings, FlowShape shape, Accelerator accelerator)
    {
        _mistake = settings.Mistake;
        _dimension = shape.Dimension;
        LoopIf(Mistake.LoopsInConstructor);
        ThrowIf(Mistake.ThrowsInConstructor, "the constructor");
        _forward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, int>(FaultyKernels.Forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, int>(FaultyKernels.Backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, int>(FaultyKernels.Inverse);
    }

    public int Length => 1;

    public int ParameterCount => _mistake == Mistake.NegativeParameters ? -3 : 2 * _dimension;

    public IReadOnlyList<ParameterBlock> Blocks
    {
        get
        {
            LoopIf(Mistake.LoopsInBlocks);
            ParameterBlock scales = new("a", 0, 0, _dimension);
            return _mistake == Mistake.IncompleteBlocks ? [scales] : [scales, new(_mistake == Mistake.DoubledBlocks ? "a" : "b", 0, _dimension, _dimension)];
        }
    }

    public int TapeLength => 0;

    public int ScratchLength => 0;

    public void Initialize(FlowSeeds seeds, Span<float> parameters)
    {
        LoopIf(Mistake.LoopsInInitialize);
        ThrowIf(Mistake.ThrowsInInitialize, "Initialize");
        parameters.Fill(_mistake == Mistake.NanParameters ? float.NaN : 0.1f);
    }

    public void Forward(in FlowForward pass)
    {
        ThrowIf(Mistake.ThrowsInForward, "Forward");
        if (++_forwardCalls == LateCall)
            ThrowIf(Mistake.ThrowsLater, "Forward, called the thirtieth time,");
        if (_forwardCalls >= LateCall)
            GoWrong();
        _forward(Instances(pass.Batch), pass, (int)(IsLate && _forwardCalls < LateCall ? Mistake.None : _mistake));
    }

    public void Backward(in FlowBackward pass)
    {
        ThrowIf(Mistake.ThrowsInBackward, "Backward");
        _backward(Instances(pass.Batch), pass, (int)_mistake);
    }

    public void Inverse(in FlowInverse pass)
    {
        ThrowIf(Mistake.ThrowsInInverse, "Inverse");
        _inverse(Instances(pass.Batch), pass, (int)_mistake);
    }

    public void InverseBackward(in FlowInverseBackward pass) => throw new NotSupportedException("this flow is fitted to energies only");

    public void Dispose()
    {
    }

    private bool IsLate => _mistake is Mistake.WritesBehindLater or Mistake.WritesFar or Mistake.LoopsInKernel;

    private void GoWrong()
    {
        LoopIf(Mistake.LoopsLater);
        if (_mistake != Mistake.Allocates)
            return;
        byte[] half = new byte[1 << 29];
        Array.Fill(half, (byte)1);
        _kept.Add(half);
    }

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);

    /// <summary>Waits for what never comes: a loop without end that takes no processor from other tests.</summary>
    private void LoopIf(Mistake mistake)
    {
        if (_mistake == mistake)
            Thread.Sleep(Timeout.Infinite);
    }

    private void ThrowIf(Mistake mistake, string where)
    {
        if (_mistake == mistake)
            throw new InvalidOperationException($"{where} says no");
    }
}
