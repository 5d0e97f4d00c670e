using System.Runtime.CompilerServices;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <content>Tiles of one vector.</content>
internal static unsafe partial class MicroKernels<TVector, TWidth>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Half12(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(12);
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        TVector a8 = default, a9 = default, a10 = default, a11 = default;
        for (; depth > 0; depth--)
        {
            TVector vector = TWidth.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], vector, ref a0);
            Add(narrow[1], vector, ref a1);
            Add(narrow[2], vector, ref a2);
            Add(narrow[3], vector, ref a3);
            Add(narrow[4], vector, ref a4);
            Add(narrow[5], vector, ref a5);
            Add(narrow[6], vector, ref a6);
            Add(narrow[7], vector, ref a7);
            Add(narrow[8], vector, ref a8);
            Add(narrow[9], vector, ref a9);
            Add(narrow[10], vector, ref a10);
            Add(narrow[11], vector, ref a11);
            narrow += 12;
            wide += TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
        Write(output, 4, 0, a4);
        Write(output, 5, 0, a5);
        Write(output, 6, 0, a6);
        Write(output, 7, 0, a7);
        Write(output, 8, 0, a8);
        Write(output, 9, 0, a9);
        Write(output, 10, 0, a10);
        Write(output, 11, 0, a11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Half8(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(8);
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        for (; depth > 0; depth--)
        {
            TVector vector = TWidth.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], vector, ref a0);
            Add(narrow[1], vector, ref a1);
            Add(narrow[2], vector, ref a2);
            Add(narrow[3], vector, ref a3);
            Add(narrow[4], vector, ref a4);
            Add(narrow[5], vector, ref a5);
            Add(narrow[6], vector, ref a6);
            Add(narrow[7], vector, ref a7);
            narrow += 8;
            wide += TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
        Write(output, 4, 0, a4);
        Write(output, 5, 0, a5);
        Write(output, 6, 0, a6);
        Write(output, 7, 0, a7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Half6(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(6);
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        for (; depth > 0; depth--)
        {
            TVector vector = TWidth.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], vector, ref a0);
            Add(narrow[1], vector, ref a1);
            Add(narrow[2], vector, ref a2);
            Add(narrow[3], vector, ref a3);
            Add(narrow[4], vector, ref a4);
            Add(narrow[5], vector, ref a5);
            narrow += 6;
            wide += TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
        Write(output, 4, 0, a4);
        Write(output, 5, 0, a5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Half4(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        TVector a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            TVector vector = TWidth.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], vector, ref a0);
            Add(narrow[1], vector, ref a1);
            Add(narrow[2], vector, ref a2);
            Add(narrow[3], vector, ref a3);
            narrow += 4;
            wide += TWidth.Lanes;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
    }
}
