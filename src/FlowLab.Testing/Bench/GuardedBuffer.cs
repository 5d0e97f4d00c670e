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
        var whole = new float[values.Length + 2 * ZoneLength];
        whole.AsSpan(0, ZoneLength).Fill(zone);
        values.CopyTo(whole, ZoneLength);
        whole.AsSpan(ZoneLength + _length).Fill(zone);
        _memory = accelerator.Allocate1D(whole);
    }

    /// <summary>The numbers between the zones.</summary>
    public ArrayView<float> View => ((ArrayView<float>)_memory.View).SubView(ZoneLength, _length);

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
        float[] whole = _memory.GetAsArray1D();
        firstTouched = FindTouched(whole, 0, ZoneLength) ?? FindTouched(whole, ZoneLength + _length, whole.Length);
        return whole[ZoneLength..(ZoneLength + _length)];
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private int? FindTouched(float[] whole, int from, int to)
    {
        int zoneBits = BitConverter.SingleToInt32Bits(_zone);
        for (int i = from; i < to; i++)
            if (BitConverter.SingleToInt32Bits(whole[i]) != zoneBits)
                return i - ZoneLength;
        return null;
    }
}
