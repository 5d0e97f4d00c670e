// GoldenKernels.Swaps
#pragma OPENCL FP_CONTRACT OFF

typedef int __attribute__((may_alias)) int_m;

__kernel void GoldenKernels_Swaps(
    const long extent_x,
    __global uchar* p1_n_ptr_buffer,
    const long p1_n_ptr_offset)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_n_ptr = p1_n_ptr_buffer + p1_n_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    int v4;
    int v5;
    int v6;
    __global uchar* v2 = p1_n_ptr + (long)at_i_X * 4L;
    int v3 = *(__global int_m*)v2;
    v4 = 0;
    v5 = v3;
    v6 = 1;
b1:;
    int v7 = v4 < at_i_X;
    if (!v7)
    {
        goto b3;
    }
    int v8 = (int)((uint)v5 + (uint)v4);
    int v9 = (int)((uint)v4 + (uint)1);
    v4 = v9;
    v5 = v6;
    v6 = v8;
    goto b1;
b3:;
    int v10 = (int)((uint)3 * (uint)v6);
    int v11 = (int)((uint)v5 - (uint)v10);
    *(__global int_m*)v2 = v11;
}
