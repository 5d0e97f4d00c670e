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
        Array.Fill(whole, zone);
        values.CopyTo(whole, ZoneLength);
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
        int zoneBits = BitConverter.SingleToInt32Bits(_zone);
        firstTouched = null;
        for (int i = 0; i < whole.Length && firstTouched is null; i++)
        {
            bool isZone = i < ZoneLength || i >= ZoneLength + _length;
            if (isZone && BitConverter.SingleToInt32Bits(whole[i]) != zoneBits)
                firstTouched = i - ZoneLength;
        }
        return whole[ZoneLength..(ZoneLength + _length)];
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
