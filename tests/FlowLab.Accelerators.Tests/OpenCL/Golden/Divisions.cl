// GoldenKernels.Divisions
#pragma OPENCL FP_CONTRACT OFF

typedef long __attribute__((may_alias)) long_m;

typedef int __attribute__((may_alias)) int_m;

static long div_long(long a, long b)
{
    long q = a / ((ulong)b + 1 < 2 ? 1 : b);
    return b == 0 ? 0 : b == -1 ? (long)(0ul - (ulong)a) : q;
}

static int rem_int(int a, int b)
{
    int q = a % ((uint)b + 1 < 2 ? 1 : b);
    return b == 0 ? 0 : b == -1 ? 0 : q;
}

__kernel void GoldenKernels_Divisions(
    const long extent_x,
    __global uchar* p1_n_ptr_buffer,
    const long p1_n_ptr_offset,
    __global uchar* p2_wide_ptr_buffer,
    const long p2_wide_ptr_offset)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_n_ptr = p1_n_ptr_buffer + p1_n_ptr_offset;
    __global uchar* const p2_wide_ptr = p2_wide_ptr_buffer + p2_wide_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    __global uchar* v3 = p2_wide_ptr + (long)at_i_X * 8L;
    long v4 = *(__global long_m*)v3;
    __global uchar* v5 = p1_n_ptr + (long)at_i_X * 4L;
    int v6 = *(__global int_m*)v5;
    long v7 = (long)v6;
    long v8 = div_long(v4, v7);
    long v9 = v8 % 10L;
    *(__global long_m*)v3 = v9;
    int v11 = *(__global int_m*)v5;
    int v12 = (int)((uint)v11 / (uint)7);
    int v13 = *(__global int_m*)v5;
    int v14 = (int)((uint)at_i_X + (uint)1);
    __global uchar* v15 = p1_n_ptr + (long)v14 * 4L;
    int v16 = *(__global int_m*)v15;
    int v17 = rem_int(v13, v16);
    int v18 = (int)((uint)v12 - (uint)v17);
    *(__global int_m*)v5 = v18;
}
