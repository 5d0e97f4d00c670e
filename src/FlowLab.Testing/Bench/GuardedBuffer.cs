using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Bench;

/// <summary>
/// Numbers on the device between two zones that nobody may touch. A write into a zone shows when it is looked at; a read from one brings in the number that
/// the zones are filled with, NaN unless said otherwise.
/// </summary>
internal sealed class GuardedBuffer : IDisposable
{
    /// <summary>Numbers in each zone.</summary>
    public const int ZoneLength = 1024;

    private readonly MemoryBuffer1D<float, Stride1D.Dense> _memory;
    private readonly int _length;
    private readonly float _zone;

    /// <param name="accelerator">The device.</param>
    /// <param name="values">What is between the zones.</param>
    /// <param name="zone">What the zones are filled with.</param>
    public GuardedBuffer(Accelerator accelerator, float[] values, float zone = float.NaN)
    {
        _length = values.Length;
        _zone = zone;
        var zones = new float[ZoneLength];
        Array.Fill(zones, zone);
        _memory = accelerator.Allocate1D<float>(_length + 2 * ZoneLength);
        Part(0, ZoneLength).CopyFromCPU(zones);
        if (_length > 0)
            View.CopyFromCPU(values);
        Part(ZoneLength + _length, ZoneLength).CopyFromCPU(zones);
    }

    /// <summary>The numbers between the zones.</summary>
    public ArrayView<float> View => Part(ZoneLength, _length);

    /// <summary>A buffer that holds one number everywhere.</summary>
    public static GuardedBuffer Filled(Accelerator accelerator, int length, float value, float zone = float.NaN)
    {
        var values = new float[Math.Max(1, length)];
        Array.Fill(values, value);
        return new GuardedBuffer(accelerator, values, zone);
    }

    /// <summary>Reads the numbers between the zones.</summary>
    /// <param name="firstTouched">Where a zone has been written to, counted from the first number between the zones; null if nowhere.</param>
    public float[] Read(out int? firstTouched)
    {
        firstTouched = FindTouched(0) ?? FindTouched(ZoneLength + _length);
        var values = new float[_length];
        if (_length > 0)
            View.CopyToCPU(values);
        return values;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private ArrayView<float> Part(int first, int length) => ((ArrayView<float>)_memory.View).SubView(first, length);

    /// <summary>The first number of a zone that is not what it was.</summary>
    private int? FindTouched(int first)
    {
        var zone = new float[ZoneLength];
        Part(first, ZoneLength).CopyToCPU(zone);
        int untouched = BitConverter.SingleToInt32Bits(_zone);
        int place = Array.FindIndex(zone, value => BitConverter.SingleToInt32Bits(value) != untouched);
        return place < 0 ? null : first + place - ZoneLength;
    }
}
