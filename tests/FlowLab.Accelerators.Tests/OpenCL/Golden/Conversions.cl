// GoldenKernels.Conversions
#pragma OPENCL FP_CONTRACT OFF

typedef float __attribute__((may_alias)) float_m;

static int float_to_int(float x)
{
    return x >= 2147483648.0f ? 2147483647 : x >= -2147483648.0f ? (int)x : x != x ? 0 : (-2147483647 - 1);
}

static int float_to_uint(float x)
{
    return x >= 4294967296.0f ? (int)0xFFFFFFFFu : x > 0 ? (int)(uint)x : 0;
}

typedef int __attribute__((may_alias)) int_m;

__kernel void GoldenKernels_Conversions(
    const long extent_x,
    __global uchar* p1_x_ptr_buffer,
    const long p1_x_ptr_offset,
    __global uchar* p2_n_ptr_buffer,
    const long p2_n_ptr_offset,
    __global uchar* p3_bytes_ptr_buffer,
    const long p3_bytes_ptr_offset,
    __global uchar* p4_flags_ptr_buffer,
    const long p4_flags_ptr_offset)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_x_ptr = p1_x_ptr_buffer + p1_x_ptr_offset;
    __global uchar* const p2_n_ptr = p2_n_ptr_buffer + p2_n_ptr_offset;
    __global uchar* const p3_bytes_ptr = p3_bytes_ptr_buffer + p3_bytes_ptr_offset;
    __global uchar* const p4_flags_ptr = p4_flags_ptr_buffer + p4_flags_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    __global uchar* v5 = p2_n_ptr + (long)at_i_X * 4L;
    __global uchar* v6 = p1_x_ptr + (long)at_i_X * 4L;
    float v7 = *(__global float_m*)v6;
    int v8 = float_to_int(v7);
    float v9 = *(__global float_m*)v6;
    float v10 = v9 * 2.0f;
    int v11 = float_to_uint(v10);
    int v12 = (int)((uint)v8 + (uint)v11);
    __global uchar* v13 = p3_bytes_ptr + (long)at_i_X * 1L;
    char v14 = *(__global char*)v13;
    int v15 = (int)(uchar)v14;
    int v16 = (int)((uint)v12 + (uint)v15);
    *(__global int_m*)v5 = v16;
    __global uchar* v18 = p4_flags_ptr + (long)at_i_X * 1L;
    float v19 = *(__global float_m*)v6;
    int v20 = !(v19 < 1.0f);
    char v21 = (char)(uint)v20;
    *(__global char*)v18 = v21;
    int v23 = *(__global int_m*)v5;
    int v24 = (int)((uint)at_i_X + (uint)1);
    __global uchar* v25 = p2_n_ptr + (long)v24 * 4L;
    int v26 = *(__global int_m*)v25;
    int v27 = v26 & 31;
    int v28 = v23 >> (v27 & 31);
    char v29 = (char)v28;
    *(__global char*)v13 = v29;
}
