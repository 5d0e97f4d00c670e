using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>The numbers of a buffer on a device.</summary>
internal sealed class DeviceNumbers(ArrayView<float> values) : INumberSource
{
    public int Length => checked((int)values.Length);

    public void CopyTo(int first, Span<float> piece) =>
        values.SubView(first, piece.Length).CopyToCPU(piece);
}
