using System.Runtime.CompilerServices;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <content>Tiles of two vectors.</content>
internal static unsafe partial class MicroKernels<TVector, TWidth>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Full12(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(12);
        TVector a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        TVector a4 = default, b4 = default, a5 = default, b5 = default, a6 = default, b6 = default, a7 = default, b7 = default;
        TVector a8 = default, b8 = default, a9 = default, b9 = default, a10 = default, b10 = default, a11 = default, b11 = default;
        for (; depth > 0; depth--)
        {
            TVector left = TWidth.LoadAligned(wide), right = TWidth.LoadAligned(wide + TWidth.Lanes);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            Add(narrow[6], left, right, ref a6, ref b6);
            Add(narrow[7], left, right, ref a7, ref b7);
            Add(narrow[8], left, right, ref a8, ref b8);
            Add(narrow[9], left, right, ref a9, ref b9);
            Add(narrow[10], left, right, ref a10, ref b10);
            Add(narrow[11], left, right, ref a11, ref b11);
            narrow += 12;
            wide += 2 * TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
        Write(output, 4, a4, b4);
        Write(output, 5, a5, b5);
        Write(output, 6, a6, b6);
        Write(output, 7, a7, b7);
        Write(output, 8, a8, b8);
        Write(output, 9, a9, b9);
        Write(output, 10, a10, b10);
        Write(output, 11, a11, b11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Full8(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(8);
        TVector a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        TVector a4 = default, b4 = default, a5 = default, b5 = default, a6 = default, b6 = default, a7 = default, b7 = default;
        for (; depth > 0; depth--)
        {
            TVector left = TWidth.LoadAligned(wide), right = TWidth.LoadAligned(wide + TWidth.Lanes);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            Add(narrow[6], left, right, ref a6, ref b6);
            Add(narrow[7], left, right, ref a7, ref b7);
            narrow += 8;
            wide += 2 * TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
        Write(output, 4, a4, b4);
        Write(output, 5, a5, b5);
        Write(output, 6, a6, b6);
        Write(output, 7, a7, b7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Full6(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(6);
        TVector a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        TVector a4 = default, b4 = default, a5 = default, b5 = default;
        for (; depth > 0; depth--)
        {
            TVector left = TWidth.LoadAligned(wide), right = TWidth.LoadAligned(wide + TWidth.Lanes);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            narrow += 6;
            wide += 2 * TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
        Write(output, 4, a4, b4);
        Write(output, 5, a5, b5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Full4(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        TVector a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            TVector left = TWidth.LoadAligned(wide), right = TWidth.LoadAligned(wide + TWidth.Lanes);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 2 * TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
    }
}
